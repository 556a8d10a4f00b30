"""The audit: the only folder that joins the stages."""
