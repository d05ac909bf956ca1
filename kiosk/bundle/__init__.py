"""What exhibitors load: the content bundle, read, checked and made ready to show."""
