"""Messages about approvals, withdrawals and signatures."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

RESTORE = N_(
    "Put the register back as it was: `git checkout -- content/approvals.csv content/approvals.csv.seal`, then approve "
    "again what is missing."
)

PAGE = {
    "register-unreadable": Entry("content", N_("This line of the register of approvals cannot be read"), RESTORE),
    "register-altered": Entry(
        "content", N_("This entry of the register was altered, or one before it was removed, added or moved"), RESTORE
    ),
    "not-approved": Entry(
        "warning",
        N_("“{title}” is not approved yet, so it is not published and not broadcast"),
        N_("Have someone other than the author read it, then run `loa approve {name} --by NAME --title TITLE`."),
    ),
    "home-not-approved": Entry(
        "content",
        N_("The home page “{title}” is not approved, so the site cannot be made"),
        N_("Have someone responsible read it, then run `loa approve {name} --by NAME --title TITLE`."),
    ),
    "changed-since-approval": Entry(
        "warning",
        N_("“{title}” was changed after {by} approved it on {on}; the approved words stay until the new are approved"),
        N_("See what changed with `loa status {name} --diff`, then have it approved again."),
    ),
    "words-not-approved": Entry(
        "content",
        N_("The station's own words (names, phrases, readings) are not approved, so nothing can be said or shown"),
        N_("Have someone responsible read `loa status {name} --diff`, then run `loa approve {name}`."),
    ),
    "sound-not-approved": Entry(
        "content",
        N_("This sound, picture or template of the station is not the one that was approved"),
        N_("Listen to it or look at it, then run `loa approve {name}`, or put the approved one back."),
    ),
    "file-gone": Entry(
        "warning",
        N_("The file of “{title}” is gone; what was approved on {on} is still published"),
        N_("`loa restore {name}` brings the file back; `loa withdraw {name}` takes it off the page."),
    ),
    "approved-lost": Entry(
        "warning",
        N_("“{title}” was changed, and what was approved on {on} is not kept any more, so it is held back"),
        N_("Bring back content/.approved from git, or have the text approved as it is: `loa approve {name}`."),
    ),
    "picture-clash": Entry(
        "warning",
        N_("“{title}” was approved with other bytes of the picture {path} than another text, so it is held back"),
        N_("Give one of the two pictures a name of its own in the text that shows it, then run `loa approve {name}`."),
    ),
    "changed-while-read": Entry(
        "content",
        N_("This picture was changed while it was being read"),
        N_("Run the command again when nobody writes to the file."),
    ),
    "picture-not-approved": Entry(
        "warning",
        N_("This picture is not the one that was approved, so it is not shown"),
        N_("Put the approved picture back, or have the texts that show it approved again."),
    ),
    "author-approves": Entry(
        "content",
        N_("{by} wrote “{title}” and cannot approve it"),
        N_("Ask another responsible person to read and approve it."),
    ),
    "draft-approved": Entry(
        "content",
        N_("“{title}” is still a draft and cannot be approved"),
        N_("Set `status: cho_duyet` when it is ready, then approve it."),
    ),
    "unknown-text": Entry(
        "usage",
        N_("There is no text named “{name}” in content/"),
        N_("Name it by its title, its slug or its file, as `loa status` shows them. Nearest: {closest}"),
    ),
    "several-texts": Entry(
        "usage",
        N_("Several texts have the title “{name}”"),
        N_("Name the one that is meant: {names}."),
    ),
    "unapprove-nothing": Entry(
        "usage",
        N_("Nobody has approved “{name}”, so there is nothing to take back"),
        N_("`loa status` tells which texts are approved."),
    ),
    "restore-nothing": Entry(
        "usage",
        N_("Nothing of “{name}” is kept as it was approved"),
        N_("`loa status` tells which texts are approved; what was withdrawn is not kept."),
    ),
    "approver-unnamed": Entry(
        "usage",
        N_("Whoever approves or withdraws must give a name and a title"),
        N_("Add --by NAME and --title TITLE."),
    ),
    "withdrawn-address": Entry(
        "warning",
        N_("The address “{name}” belongs to an article withdrawn on {on}: this file is not published"),
        N_("Delete the file if it is the withdrawn article; give it another `slug` if it is a new one."),
    ),
    "already-withdrawn": Entry(
        "usage",
        N_("“{name}” was withdrawn on {on}; that cannot be undone"),
        N_("Publish a new article under another address."),
    ),
    "withdrawal-unfinished": Entry(
        "environment",
        N_("This still holds words or sound of “{name}” and could not be erased"),
        N_("Close what uses it or ask whose file it is, then run `loa withdraw {name}` again: it goes on from here."),
    ),
    "left-aired": Entry(
        "warning",
        N_("“{name}” was already heard in the bulletin {slot}"),
        N_("If it did harm, read an apology in the next bulletin and note it in the broadcast log."),
    ),
    "left-delivered": Entry(
        "warning",
        N_("The recording of {slot} that holds “{name}” was already handed to the broadcast staff"),
        N_("Ask for every USB stick and copy back, delete the file, and give out the new recording."),
    ),
    "left-printed": Entry(
        "warning",
        N_("Printed copies of “{name}” (posters, leaflets, scripts) cannot be called back from here"),
        N_("Take the postings down and destroy the copies; the posting log names the places."),
    ),
    "left-copied": Entry(
        "warning",
        N_("Search engines, podcast apps and shared links may keep a copy of “{name}” for a while"),
        N_("Ask the search engines to remove the page's address; apps let go when they read the feed again."),
    ),
    "left-history": Entry(
        "warning",
        N_("The words of “{name}” stay in the project's git history"),
        N_(
            "If the law asks for erasure, have the technician rewrite the history (`git filter-repo`) and push it anew."
        ),
    ),
    "verify-unknown-file": Entry(
        "content",
        N_("This file is no recording of today: an older one, or one that was changed; its SHA-256 is in no list"),
        N_("Copy the recording again from audio/packages/, then verify it again. Do not broadcast this one."),
    ),
    "verify-not-approved": Entry(
        "content",
        N_("“{ref}” was recorded in a form that nobody approved"),
        N_("Approve the article, record the bulletin again, and take the new file."),
    ),
    "verify-held": Entry(
        "content",
        N_("The slot {slot} is on hold and must not be broadcast: {why}"),
        N_("`loa release {slot}` lets it air."),
    ),
    "verify-withdrawn": Entry(
        "content",
        N_("“{ref}” was withdrawn on {on} and must not be broadcast"),
        N_("Destroy this copy; run `loa record` for a bulletin without it."),
    ),
    "no-ssh-keygen": Entry(
        "environment",
        N_("`ssh-keygen` is needed to sign and to check signatures, and it is not installed"),
        N_("Install OpenSSH 8.2 or newer, or set `require_signature = false` in audio/station.toml."),
    ),
    "signing-failed": Entry(
        "environment",
        N_("The approval could not be signed with “{key}”: {reason}"),
        N_("Check the path of the key and its passphrase, then approve again; nothing was recorded."),
    ),
    "signers-missing": Entry(
        "content",
        N_("There is no list of who may sign, so no approval holds"),
        N_("Write keys/allowed_signers, a line a person; docs/trust.md tells how."),
    ),
    "signers-in-content": Entry(
        "content",
        N_("The list of who may sign lies in content/, where every editor may write"),
        N_("Move it: `git mv content/allowed_signers keys/allowed_signers`, then have the owner sign it."),
    ),
    "signers-not-owners": Entry(
        "content",
        N_("The list of who may sign is not signed by the owner's key, so no approval holds: {reason}"),
        N_("Have the owner run `ssh-keygen -Y sign -f KEY -n loa-phuong-keys keys/allowed_signers`."),
    ),
    "signers-line": Entry(
        "content",
        N_("This line of the list of who may sign names no single person and key, so no approval holds"),
        N_("Write `le-thi-binh ssh-ed25519 AAAA… Lê Thị Bình, Phó Chủ tịch`: no *, no comma, no certificate."),
    ),
    "clock-behind": Entry(
        "environment",
        N_("The register's last line is of {last}, this machine's clock says {now}: an approval would not hold"),
        N_("Set the clock, or approve after that time; nothing was recorded."),
    ),
    "key-not-trusted": Entry(
        "usage",
        N_("This key may not sign for {by}: {reason}"),
        N_("Check the line “{principal}” of keys/allowed_signers and the office given; nothing was recorded."),
    ),
    "key-revoked": Entry(
        "warning",
        N_("“{name}” is signed by {by} with a key that was taken back on {on}, so this signature does not hold"),
        N_("If {by} did sign it, have it approved again with the new key; if not, someone has the old key."),
    ),
    "signer-unknown": Entry(
        "usage",
        N_("Nobody called {by} ({principal}) has a key on the list of signers that is not taken back yet"),
        N_("Write the name as keys/allowed_signers has it: {known}."),
    ),
    "signatures-turned-off": Entry(
        "warning",
        N_("station.toml does not ask for signatures any more, but its last signed words do: they are still asked for"),
        N_("Write `require_signature = true` again; to end it, have `loa approve loi_cua_dai --key FILE` signed."),
    ),
    "register-rolled-back": Entry(
        "content",
        N_("The register of approvals was put back to an older state: what was decided since is missing"),
        N_("Take the newer register from git (`git pull`). Nothing is published until then."),
    ),
    "signature-missing": Entry(
        "warning",
        N_("The approval of “{name}” by {by} is not signed, and this station requires signatures"),
        N_("Approve it again with --key PATH of the approver's SSH key."),
    ),
    "signature-wrong": Entry(
        "content",
        N_("The signature under the approval of “{name}” is not {by}'s: {reason}"),
        N_("Check the line “{principal}” of keys/allowed_signers, or have it approved again."),
    ),
}
