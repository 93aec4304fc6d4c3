"""What belongs to this explainer's subject alone: the islands, their map, their coast."""
