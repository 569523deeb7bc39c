"""`panahat lock FILE`: a file that only the keys named can open."""

from __future__ import annotations

from pathlib import Path

import click

from panahat.cli.output import Command, option, say, tr
from panahat.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "Locks a file with age: FILE.age, which only the keys named can open.\n\n"
        "Without --to or --passphrase it is locked for your own key; make one with --new-key. A locked case needs no plain "
        "copy: every command reads CASE.yaml.age, and `ask` writes it locked again. With --add one more reader "
        "gets a key to a case that is locked already. Keep a copy of your key: without it nobody can open the file."
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@option(
    "--to", "readers", multiple=True, metavar="KEY", help=N_("A reader's public key, or a file with keys, one a line.")
)
@option("--add", "added", multiple=True, metavar="KEY", help=N_("One more reader of a case that is locked already."))
@option("--passphrase", is_flag=True, help=N_("Lock with a passphrase, typed in the terminal."))
@option(
    "--remove", is_flag=True, help=N_("Remove the plain file once the locked one was opened again and is the same.")
)
@option("--new-key", is_flag=True, help=N_("Make a key of your own and print its public part."))
@option("--force", is_flag=True, help=N_("Overwrite existing files."))
def command(
    file: Path | None,
    readers: tuple[str, ...],
    added: tuple[str, ...],
    passphrase: bool,
    remove: bool,
    new_key: bool,
    force: bool,
) -> None:
    from panahat import locked, opener

    if new_key:
        _new_key()
        return
    if file is None:
        raise click.UsageError(tr(N_("Name the file to lock.")))
    content = opener.read_as_it_is(file)
    if locked.is_locked(content) != bool(added) or (added and (readers or passphrase)):
        raise click.UsageError(
            tr(N_("A plain file is locked with --to or --passphrase, a locked case gets readers with --add."))
        )
    if added:
        _add(file, content, added)
        return
    from panahat.seal.write import write_file

    target = file.with_name(file.name + locked.SUFFIX)
    if passphrase:
        made = locked.locked_with(content, _typed(), str(target))
    else:
        made = locked.locked_for(content, _keys(readers) or locked.own(str(file)), str(target))
    write_file(target, made, force)
    say(N_("Locked: {file}"), file=target)
    if remove and locked.same(made, content, str(target)):
        file.unlink()
        say(N_("Removed: {file}. A deleted file can leave traces on the disk."), file=file)
    else:
        say(N_("The plain file still lies there: {file}"), file=file)


def _add(file: Path, content: bytes, added: tuple[str, ...]) -> None:
    from panahat import locked
    from panahat.problems import Problem, Refused
    from panahat.seal.write import write_file

    held = locked.opened(content, str(file))
    known = locked.readers(held)
    if not known:
        from panahat import codes

        raise Refused([Problem(codes.LOCKED_READERS_UNKNOWN, str(file))])
    write_file(file, locked.locked_for(held, list(dict.fromkeys([*known, *_keys(added)])), str(file)), force=True)
    say(N_("Locked for {count} readers: {file}"), count=len({*known, *_keys(added)}), file=file)


def _keys(named: tuple[str, ...]) -> list[str]:
    """The public keys as they were given, those of a file line by line."""
    found: list[str] = []
    for word in named:
        path = Path(word)
        if word.startswith(("age1", "ssh-")) or not path.is_file():
            found.append(word)
            continue
        lines = (line.strip() for line in path.read_text("utf-8", "replace").splitlines())
        found += [line for line in lines if line and not line.startswith("#")]
    return found


def _typed() -> str:
    """A passphrase typed twice alike."""
    return str(click.prompt(tr(N_("Passphrase")), hide_input=True, confirmation_prompt=True, err=True))


def _new_key() -> None:
    from panahat import locked
    from panahat.seal.write import write_file

    text, public = locked.new_key()
    write_file(locked.home(), text.encode(), force=False)
    say(N_("Your key: {file}. Keep a copy of it apart from this computer; show it to nobody."), file=locked.home())
    say(N_("Its public part, for colleagues who lock files for you: {key}"), key=public)
