"""Data files that no rule file declares: what their columns are, and the rules that hold in them.

A file of records is understood as a person would who gets it without a word: ``roles`` tell what
identifies a record and what is measured, each family of ``candidates`` proposes rules that its
figures seem to obey, and ``confirmed`` keeps those which the audit itself finds to hold.
"""
