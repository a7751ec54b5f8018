"""Makes a component of a plugin: the only module that knows WIT. `componentize-py` generates `wit_world`."""

from componentize_py_types import Err
from wit_world.imports import host, metadata, project, store, types

import batuta_sdk as sdk

_CHUNK = 256 * 1024
_ERRORS = {
    "unsupported": types.Error_Unsupported,
    "invalid-input": types.Error_InvalidInput,
    "limit": types.Error_Limit,
    "denied": types.Error_Denied,
    "internal": types.Error_Internal,
}


def _severity(name):
    return types.Severity[name.upper()]


def _span(at):
    return types.Span(at.file, at.start, at.end)


def _read(handle):
    """All bytes of a file or a blob."""
    parts, offset, size = [], 0, handle.size()
    while offset < size:
        part = handle.read(offset, _CHUNK)
        if not part:
            break
        parts.append(part)
        offset += len(part)
    return b"".join(parts)


def _file(handle):
    return sdk.SourceFile(handle.id(), handle.path(), _read(handle))


def _blob(media_type, data):
    sink = store.create(media_type)
    for start in range(0, len(data), _CHUNK):
        sink.write(data[start:start + _CHUNK])
    return store.Sink.finish(sink)


class _Host:
    def open(self, path):
        handle = project.open(path)
        return None if handle is None else _file(handle)

    def emit(self, it):
        related = [types.Related(_span(at), message) for at, message in it.related]
        fixes = [types.Edit(_span(at), text) for at, text in it.fixes]
        at = None if it.at is None else _span(it.at)
        host.emit(types.Diagnostic(_severity(it.severity), it.code, it.message, at, related, fixes, it.help))

    def log(self, level, target, message):
        host.log(_severity(level), target, message)

    def checkpoint(self, done, total):
        return host.checkpoint(done, total)


def _step(settings, work, known=()):
    """Run a step; what it raises becomes an error of the ABI, never a trap."""
    try:
        return work(sdk.Context(_Host(), {it.key: it.value for it in settings}, known))
    except Err:
        raise
    except sdk.Refusal as why:
        raise Err(types.Error_Cancelled() if why.kind == "cancelled" else _ERRORS[why.kind](why.message))
    except (RecursionError, MemoryError) as why:
        raise Err(types.Error_Limit(f"the input nests too deep or is too large: {type(why).__name__}"))
    except Exception as why:
        import traceback
        host.log(types.Severity.ERROR, "exception", traceback.format_exc())
        raise Err(types.Error_Internal(f"{type(why).__name__}: {why}"))


def _manifest(plugin, role):
    it = plugin.manifest()
    capability = lambda name: metadata.Capability[name.upper().replace("-", "_")]
    wanted = [metadata.Wanted(capability(one.capability), one.detail, one.reason) for one in it.capabilities]
    return metadata.Manifest(
        it.name, it.version, it.description, [role], it.languages, it.file_globs, wanted, it.settings_schema, it.formats
    )


def _world(plugin, role):
    class WitWorld:
        def describe(self):
            return _manifest(plugin, role)

    return WitWorld


def transpiler(plugin):
    """The classes `WitWorld` and `Transpiler` of a component."""
    from wit_world.exports import transpiler as wit

    def output(it):
        origins = [wit.Origin(line, _span(at)) for line, at in it.origins]
        return wit.Output(it.path, _blob("text/x-rust", it.content.encode()), origins)

    def command(it):
        return wit.Command(it.program, it.arguments)

    def binary(it):
        reference = wit.Reference([command(one) for one in it.build], command(it.run))
        return wit.Binary(it.name, it.path, it.source, reference)

    def lowered(it):
        supports = [wit.Support(name, features) for name, features in it.supports]
        dependencies = [wit.Dependency(name, version, features) for name, version, features in it.dependencies]
        counts = [wit.Count(name, it.counts[name]) for name in sorted(it.counts)]
        files, binaries = [output(one) for one in it.files], [binary(one) for one in it.binaries]
        return wit.Lowered(it.package, files, binaries, [], supports, dependencies, counts)

    class Transpiler:
        def index(self, f, settings):
            return _step(settings, lambda cx: _blob("application/x-batuta-index", plugin.index(_file(f), cx)))

        def link(self, indexes, settings):
            def work(cx):
                slices = plugin.link([(id, _read(blob)) for id, blob in indexes], cx)
                return [(id, _blob("application/x-batuta-facts", data)) for id, data in slices]
            return _step(settings, work)

        def lower(self, f, facts, settings):
            return _step(settings, lambda cx: lowered(plugin.lower(_file(f), _read(facts), cx)))

        def support_crate(self, name):
            return _step([], lambda _: [output(it) for it in plugin.support_crate(name)])

    return _world(plugin, metadata.Role.TRANSPILER), Transpiler


def analyzer(plugin):
    """The classes `WitWorld` and `Analyzer` of a component."""
    from wit_world.exports import analyzer as wit

    def counts(lines):
        return wit.LineCounts(*lines)

    def elsewhere(it):
        churn = it.churn and sdk.Churn(it.churn.changes, it.churn.authors, it.churn.added, it.churn.removed, it.churn.days)
        coverage = it.coverage and sdk.Coverage(it.coverage.lines, it.coverage.covered)
        refusals = None if it.refusals is None else {one.code: one.count for one in it.refusals}
        return sdk.Known(it.file, churn, coverage, refusals)

    def dependencies(found):
        return [wit.Dependency(it.ecosystem, it.name, it.requirement) for it in found]

    def findings(it):
        needs = dependencies(it.dependencies)
        return wit.Findings(it.language, it.entry_point, counts(it.lines), needs, it.frameworks, it.facts)

    def back(it):
        needs = [sdk.Dependency(one.ecosystem, one.name, one.requirement) for one in it.dependencies]
        lines = (it.lines.code, it.lines.comment, it.lines.blank)
        return sdk.Findings(it.language, it.entry_point, lines, needs, list(it.frameworks), bytes(it.facts))

    def summary(it):
        shares = [wit.LanguageShare(language, files, counts(lines)) for language, files, lines in it.languages]
        return wit.Summary(shares, it.entry_points, dependencies(it.dependencies), it.frameworks, it.advice, None)

    class Analyzer:
        def analyze(self, f, settings):
            return _step(settings, lambda cx: findings(plugin.analyze(_file(f), cx)))

        def summarise(self, files, known, settings):
            found = [(id, back(it)) for id, it in files]
            return _step(settings, lambda cx: summary(plugin.summarise(found, cx)), [elsewhere(it) for it in known])

    return _world(plugin, metadata.Role.ANALYZER), Analyzer
