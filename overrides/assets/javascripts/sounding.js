// Whether sound comes out of a player: what it was told to do is not what it does.
"use strict";
(() => {
  const { fill } = window.loa;
  // A player whose time stands still for this long is silent, whatever it says.
  const STUCK_MS = 2500;
  // The file may end so much before the length that was measured when it was made.
  const SHORT_SECONDS = 2;

  // `file`: { name, slot, seconds }. What it finds is told to `changed`.
  const watch = (audio, file, changed) => {
    let moved = 0;
    let at = -1;
    let failed = "";
    let wrong = "";
    const cure = () => fill(_("Load this page again. If that does not help: run loa build, or play {file} from audio/packages/{slot} with another player."), {
      file: file.name, slot: file.slot,
    });
    const fail = (why) => {
      failed = why;
      changed();
    };
    const reason = (error) => {
      if (error && error.code === 2) return _("The sound file stopped coming: the network is gone.");
      if (error && error.code === 3) return _("The sound file is damaged: it cannot be decoded.");
      return _("The sound file is missing or cannot be played here.");
    };
    audio.addEventListener("error", () => fail(reason(audio.error)));
    audio.addEventListener("loadedmetadata", () => {
      const short = Number.isFinite(audio.duration) && file.seconds - audio.duration > SHORT_SECONDS;
      fail(short ? _("The sound file is shorter than the one that was checked.") : "");
    });
    audio.addEventListener("timeupdate", () => {
      if (audio.currentTime === at) return;
      at = audio.currentTime;
      moved = Date.now();
    });
    for (const event of ["play", "playing", "pause", "ended", "waiting", "stalled", "seeked", "volumechange"]) {
      audio.addEventListener(event, changed);
    }
    const sounds = () => !audio.paused && !audio.ended && !audio.error && audio.readyState > 2 && Date.now() - moved < STUCK_MS;
    return {
      look: () => {
        if (audio.preload === "metadata") return;
        audio.preload = "metadata";
        audio.load();
      },
      play: () => audio.play().catch((error) => {
        if (error.name === "NotAllowedError") fail(_("The browser has not let the sound start: press the button once more."));
        else if (error.name !== "AbortError") fail(reason(audio.error));
      }),
      again: () => {
        failed = "";
        audio.load();
      },
      distrust: (why) => {
        wrong = why;
        changed();
      },
      now: () => ({ playing: sounds(), muted: audio.muted || audio.volume === 0, failed: failed || wrong, cure: failed || wrong ? cure() : "" }),
    };
  };

  // The file as it is served, against the digest of what was checked: "right", "wrong", "missing", or "" where a page may not look.
  const compare = async (address, sha256) => {
    if (!location.protocol.startsWith("http") || !window.crypto || !window.crypto.subtle) return "";
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (!answer.ok) return answer.status === 404 || answer.status === 410 ? "missing" : "";
      const bytes = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
      const found = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      return found === sha256 ? "right" : "wrong";
    } catch {
      return "";
    }
  };

  window.loa.sounding = { compare, watch };
})();
