"""The pieces of the HTML report: pages, findings and plots, ready for the template."""
