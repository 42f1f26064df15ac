"""Written Vietnamese → what an announcer says: ordered rules over tokens, a lexicon, a guard."""

from loaphuong.speech.spoken.lexicon import Lexicon
from loaphuong.speech.spoken.reader import Reader, Reading, Step
from loaphuong.speech.spoken.sentences import Sentence, clauses

__all__ = ["Lexicon", "Reader", "Reading", "Sentence", "Step", "clauses"]
