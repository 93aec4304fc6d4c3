"""The evidence checks: one small generator each, listed in `registry`."""
