"""What every room stands on: files, words, dates, problems; it knows no other room."""
