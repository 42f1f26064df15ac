// Vietnamese letters as people type them: compared whatever the accents, read from the keys of Telex and VNI.
"use strict";
(() => {
  const WORD = /[\p{L}\p{N}]+/gu;

  // The tone stands on the first vowel of an open oa, oe, uy (òa, ủy), whichever way it was typed; qu is a consonant.
  const OLD_PLACES = /(o)([àáảãạèéẻẽẹ])(?![\p{L}\p{N}_])|((?:^|[^q])u)([ỳýỷỹỵ])(?![\p{L}\p{N}_])/gu;
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(OLD_PLACES, (whole, o, after, u, behind) => {
    const [vowel, tone] = (after || behind).normalize("NFD");
    return ((o || u) + tone).normalize("NFC") + vowel;
  });
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const words = (text) => plain(text).match(WORD) || [];
  const accented = (word) => fold(word) !== word;

  // A syllable as its letters and its tone, wherever that was put.
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const spelling = (word) => {
    let tone = "";
    const bare = word.normalize("NFD").replace(TONE, (mark) => {
      tone = mark;
      return "";
    });
    return bare.normalize("NFC") + tone;
  };

  // The keys of Telex and VNI as the letters they stand for (here by their numbers); what results is known by its
  // spelling, or not at all.
  const TONE_KEYS = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323", 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
  const ROOF = { a: "\u00e2", e: "\u00ea", o: "\u00f4" };
  const HORN = { a: "\u0103", o: "\u01a1", u: "\u01b0" };
  const put = (letters, pattern, by) => letters.replace(pattern, (whole) => whole.replace(/./gu, (each) => by[each] || each));
  const byKeys = (word) => {
    let letters = "";
    let tone = "";
    for (const key of word) {
      const vowel = /[aeiouy\u00e2\u00ea\u00f4\u0103\u01a1\u01b0]/.test(letters);
      if (key in TONE_KEYS && vowel) tone = TONE_KEYS[key];
      else if ((key === "d" || key === "9") && letters[0] === "d") letters = `\u0111${letters.slice(1)}`;
      else if (key in ROOF && letters.includes(key)) letters = put(letters, new RegExp(`${key}(?!.*${key})`), ROOF);
      else if (key === "6") letters = put(letters, /[aeo](?!.*[aeo])/, ROOF);
      else if (key === "w" || key === "7" || key === "8") {
        if (letters.includes("uo")) letters = put(letters, /uo/, HORN);
        else if (/[aou]/.test(letters)) letters = put(letters, /[aou](?!.*[aou])/, HORN);
        else letters += "\u01b0";
      } else letters += key;
    }
    return letters + tone;
  };

  // One letter more, less, other, or two changed about.
  const near = (one, other) => {
    if (one === other) return true;
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
    const left = one.slice(start, one.length - end);
    const right = other.slice(start, other.length - end);
    return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
  };

  window.loa.letters = { accented, byKeys, fold, near, plain, spelling, words };
})();
