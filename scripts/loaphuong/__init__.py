"""Loa Phường: written once, read on the ward page, heard on the loudspeaker."""
