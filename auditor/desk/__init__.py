"""The review desk: a page on this computer to drop documents on, and what it answers.

Each draft is audited in a process of its own. What is dropped stands in a private folder, and is
gone when its page is.
"""
