"""What the files of a bundle really are: pictures, films, drawings, captions."""
