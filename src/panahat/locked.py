"""Files under lock (age): opened in memory with the reader's own keys, and locked again for the same readers.

A file is locked for public keys (age or ssh), or with a passphrase. Keys are files that the user keeps: what PANAHAT_IDENTITY
names, else `panahat/identity` in the user's configuration, else the usual ssh keys. Nothing secret is an argument
or a variable.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from panahat import codes
from panahat.problems import Code, Problem, Refused

SUFFIX = ".age"
_MAGIC, _ARMOUR = b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"
_NOTE = "# locked for: "
_SSH = ("id_ed25519", "id_rsa")
_GREATEST = 65_536
_WRONG = ("No matching keys found", "Decryption failed")
"""What age says where it is the key that does not fit; all else it says is of a damaged or altered file."""
_TRIES = 3

ask: Callable[[str], str] | None = None
"""How the passphrase of the file called so is asked for; the doors set it, a library asks nobody."""
_passphrases: dict[str, str] = {}
_identities: list[Any] = []


def is_locked(content: bytes) -> bool:
    """Whether these bytes are a locked file."""
    return content.startswith((_MAGIC, _ARMOUR))


def plain(path: Path) -> Path:
    """The name of a file without the ending of a lock: «x.yaml» of «x.yaml.age»."""
    return path.with_suffix("") if path.suffix.lower() == SUFFIX else path


def opened(content: bytes, name: str, *, asking: bool = True) -> bytes:
    """What a locked file holds; a file that is not locked, as it is.

    Raises Refused (`locked/no-key`, `locked/damaged`, `locked/no-program`); nobody is asked for a passphrase unless `asking`.
    """
    if not is_locked(content):
        return content
    age = _age(name)
    if _by_passphrase(content):
        return _with_passphrase(age, content, name, asking)
    keys = identities()
    if not keys:
        raise _refused(codes.LOCKED_NO_KEY, name)
    try:
        return bytes(age.decrypt(content, keys))
    except age.DecryptError as error:
        raise _refused(codes.LOCKED_NO_KEY if str(error) in _WRONG else codes.LOCKED_DAMAGED, name) from None


def locked_for(content: bytes, recipients: Sequence[str], name: str) -> bytes:
    """`content` locked for these public keys; a case file notes them for the next time. Raises Refused where one is none."""
    age = _age(name)
    keys = [_recipient(age, text, name) for text in recipients]
    return bytes(age.encrypt(_noted(content, recipients) if _is_text(name) else content, keys))


def locked_with(content: bytes, passphrase: str, name: str) -> bytes:
    """`content` locked with a passphrase."""
    return bytes(_age(name).passphrase.encrypt(_noted(content, ()) if _is_text(name) else content, passphrase))


def same(made: bytes, content: bytes, name: str) -> bool:
    """Whether a locked file, opened again with the keys at hand, holds that content."""
    try:
        held = opened(made, name)
    except Refused:
        return False
    return _noted(held, ()) == _noted(content, ())


def again(content: bytes, name: str, case: tuple[str, bytes] | None = None) -> bytes:
    """`content` locked as the file called `name` was when it was opened here; else for the user's own key.

    With a `case` (its name and what it holds) the lock is that of the case.
    """
    like, noted = case or (name, content)
    if like in _passphrases:
        return locked_with(content, _passphrases[like], name)
    return locked_for(content, readers(noted) or own(name), name)


def readers(content: bytes) -> list[str]:
    """The public keys that an opened case file was locked for, as it notes them."""
    lines = content.decode("utf-8", "replace").splitlines()
    return [line.removeprefix(_NOTE).strip() for line in lines if line.startswith(_NOTE)]


def own(name: str) -> list[str]:
    """The public keys of the user's own identities. Raises Refused (`locked/no-key`) where there are none."""
    found = [str(key.to_public()) for key in identities() if hasattr(key, "to_public")]
    if not found:
        raise _refused(codes.LOCKED_NO_KEY, name)
    return found


def identities() -> list[Any]:
    """The user's keys, read once."""
    if not _identities:
        _identities.extend(key for file in _files() for key in _keys(file))
    return _identities


def home() -> Path:
    """Where the user's own key lies unless PANAHAT_IDENTITY names another."""
    configuration = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(configuration) / "panahat" / "identity"


def new_key() -> tuple[str, str]:
    """A new key: the text of its file, and its public part."""
    made = _age("").x25519.Identity.generate()
    return f"# public key: {made.to_public()}\n{made}\n", str(made.to_public())


def forget() -> None:
    """Forgets every key and passphrase of this run."""
    _identities.clear()
    _passphrases.clear()


def _files() -> Iterator[Path]:
    named = os.environ.get("PANAHAT_IDENTITY")
    if named:
        yield from (Path(part) for part in named.split(os.pathsep) if part)
        return
    yield home()
    yield from (Path.home() / ".ssh" / name for name in _SSH)


def _keys(file: Path) -> Iterator[Any]:
    """The identities in a file of age or ssh; none where it is not there or cannot be used."""
    try:
        content = file.read_bytes()[:_GREATEST] if file.is_file() else b""
    except OSError:
        return
    if not content:
        return
    age = _age("")
    if b"PRIVATE KEY" in content:
        try:
            yield age.ssh.Identity.from_buffer(content)
        except age.IdentityError:
            return
    for line in content.decode("utf-8", "replace").splitlines():
        if line.startswith("AGE-SECRET-KEY-"):
            try:
                yield age.x25519.Identity.from_str(line.strip())
            except age.IdentityError:
                continue


def _recipient(age: Any, text: str, name: str) -> Any:
    try:
        return age.ssh.Recipient.from_str(text) if text.startswith("ssh-") else age.x25519.Recipient.from_str(text)
    except age.RecipientError:
        raise _refused(codes.LOCKED_NO_RECIPIENT, name) from None


def _with_passphrase(age: Any, content: bytes, name: str, asking: bool) -> bytes:
    for known in dict.fromkeys(_passphrases.values()):
        try:
            return _kept(bytes(age.passphrase.decrypt(content, known)), name, known)
        except age.DecryptError:
            continue
    if ask is None or not asking:
        raise _refused(codes.LOCKED_NO_KEY, name)
    for _ in range(_TRIES):
        said = ask(name)
        if not said:
            break
        try:
            return _kept(bytes(age.passphrase.decrypt(content, said)), name, said)
        except age.DecryptError as error:
            if str(error) not in _WRONG:
                raise _refused(codes.LOCKED_DAMAGED, name) from None
    raise _refused(codes.LOCKED_NO_KEY, name)


def _kept(content: bytes, name: str, passphrase: str) -> bytes:
    _passphrases[name] = passphrase
    return content


def _by_passphrase(content: bytes) -> bool:
    if content.startswith(_ARMOUR):
        import base64
        import binascii

        try:
            content = base64.b64decode(b"".join(content.splitlines()[1:4])[:120])
        except binascii.Error:
            return False
    return content.startswith(_MAGIC + b"-> scrypt ")


def _noted(content: bytes, recipients: Iterable[str]) -> bytes:
    """A case file that ends with the keys it is locked for; former ones go."""
    lines = [line for line in content.splitlines(keepends=True) if not line.startswith(_NOTE.encode())]
    text = b"".join(lines)
    notes = "".join(f"{_NOTE}{key}\n" for key in recipients)
    return text + (b"" if text.endswith(b"\n") or not text or not notes else b"\n") + notes.encode()


def _is_text(name: str) -> bool:
    return plain(Path(name)).suffix.lower() in (".yaml", ".yml")


def _age(name: str) -> Any:
    try:
        import pyrage
    except ImportError:
        raise _refused(codes.LOCKED_NO_PROGRAM, name) from None
    return pyrage


def _refused(code: Code, name: str) -> Refused:
    return Refused([Problem(code, name)])
