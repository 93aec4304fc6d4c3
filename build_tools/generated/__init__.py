"""Pages, feed and structured data that the build makes."""
