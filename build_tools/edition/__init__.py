"""The site frozen under its date and commit, so that what is cited stays as it was."""
