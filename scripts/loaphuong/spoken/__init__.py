"""Written Vietnamese → what an announcer says: ordered rules over tokens, a lexicon, a guard."""

from loaphuong.spoken.lexicon import Lexicon
from loaphuong.spoken.reader import Reader, Reading, Step
from loaphuong.spoken.sentences import Sentence, clauses

__all__ = ["Lexicon", "Reader", "Reading", "Sentence", "Step", "clauses"]
