"""Auditing: the folder that joins the stages; ``pipeline`` is the route on one screen."""
