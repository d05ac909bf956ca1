"""What every room may need, and what knows no subject: problems, folders, files, processes, words."""
