"""The last stage: a site that is built without a fault takes the place of the one before."""
