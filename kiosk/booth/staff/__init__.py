"""The desk that lies over the content while staff are there."""
