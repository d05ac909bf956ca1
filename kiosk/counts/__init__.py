"""What is counted of visits, by the hour, and what it says. No Qt."""
