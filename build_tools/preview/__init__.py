"""What is kept between the rebuilds of a preview."""
