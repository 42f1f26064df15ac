"""One schedule in the forms that other people's programs read: calendar, playlists, table, Liquidsoap, systemd."""
