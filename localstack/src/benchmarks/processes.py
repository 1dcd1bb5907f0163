"""Times whole commands of the built program from outside, and compares their medians with the last release's.

Every figure is the operating system's own: wall time from before the start to after the end, CPU time and peak resident memory
as it accounts for the finished process.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(os.environ["AWS_AUDIT_CHECKOUT"])
BUILD = os.environ["AWS_AUDIT_BUILD"]
BASELINE = Path(__file__).parent / "baseline" / "processes.json"
DISTRIBUTION = CHECKOUT / "scanner" / "cli" / BUILD / "aws-audit"
PROGRAM = DISTRIBUTION / "bin" / "aws-audit"

# Parts of the distribution, by how the names of their files begin; what fits none is the SDK's services.
PARTS = [
    ("aws-audit: rules", ["aws-audit-rules"]),
    ("aws-audit: the rest", ["aws-audit"]),
    ("Drools, with its compilers for users' rules", ["drools", "kie", "ecj", "antlr", "javaparser", "mvel"]),
    ("Jackson and YAML", ["jackson", "snakeyaml", "third-party-jackson"]),
    ("AWS SDK, common to all services", [
        "sdk-core", "aws-core", "aws-json", "aws-xml", "aws-query", "protocol-core", "json-utils", "regions", "auth", "profiles",
        "utils", "http-", "identity-spi", "metrics-spi", "endpoints-spi", "checksums", "retries", "apache-client", "httpc",
        "commons-codec", "eventstream", "crt-core", "arns", "annotations", "reactive-streams", "iam-policy-builder", "jcl-over"]),
    ("other libraries", [
        "jgrapht", "jheaps", "apfloat", "picocli", "re2j", "fastcsv", "classindex", "slf4j", "jspecify", "error_prone"]),
]


def commands(folder: Path) -> dict[str, list[str]]:
    small, large, reports = folder / "200.snapshot", folder / "100k.snapshot", folder / "reports"
    every = ["--quiet", "--output", str(reports), "--format", "html,json,sarif"]
    return {
        "--version": ["--version"],
        "--help": ["--help"],
        "completion": ["completion"],
        "checks list": ["checks", "list"],
        "evaluate, 200 resources, three reports": ["evaluate", str(small), *every],
        "demo, 549 resources, three reports": ["demo", "--output", str(reports)],
        "evaluate, 100,000 resources, three reports": ["evaluate", str(large), *every],
    }


def generate(resources: int, accounts: int, target: Path) -> None:
    subprocess.run(
        [CHECKOUT / "localstack" / "benchmark", "generate", f"--resources={resources}", f"--accounts={accounts}",
         f"--output={target}"],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, "AWS_AUDIT_NO_BUILD": "1"})


def run(arguments: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """One run: wall seconds, CPU seconds, peak MiB."""
    begun = time.monotonic()
    process = subprocess.Popen([PROGRAM, *arguments], env=environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 4):
        sys.exit(f"'aws-audit {' '.join(arguments)}' ended with {code}:\n{errors.decode(errors='replace')}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(runs: int, only: str) -> dict[str, dict[str, float]]:
    results = {}
    with tempfile.TemporaryDirectory(prefix="aws-audit-benchmark") as name:
        folder = Path(name)
        generate(200, 1, folder / "200.snapshot")
        if only in "evaluate, 100,000 resources, three reports":
            generate(100_000, 10, folder / "100k.snapshot")
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}
        environment.pop("CI", None)
        for label, arguments in commands(folder).items():
            if only not in label:
                continue
            shutil.rmtree(folder / "reports", ignore_errors=True)
            run(arguments, {**environment, "AWS_AUDIT_CACHE": "now"})  # has the archive of classes made, and is not counted
            figures = [run(arguments, environment) for _ in range(runs)]
            wall, cpu, peak = (statistics.median(column) for column in zip(*figures))
            spread = max(figure[0] for figure in figures) / min(figure[0] for figure in figures)
            results[label] = {"wall s": round(wall, 3), "cpu s": round(cpu, 3), "peak MiB": round(peak, 1),
                              "slowest/fastest": round(spread, 2)}
    return results


def sizes() -> dict[str, float]:
    totals = {label: 0 for label, _ in PARTS}
    totals["AWS SDK, services"] = 0
    for file in (DISTRIBUTION / "lib").iterdir():
        part = next((label for label, starts in PARTS if any(file.name.startswith(start) for start in starts)),
                    "AWS SDK, services")
        totals[part] += file.stat().st_size
    return {label: round(size / 1e6, 1) for label, size in totals.items()}


def ratio(now: float, then: float | None) -> str:
    return "-" if not then else f"{now / then:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="localstack/benchmark processes", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how many runs of each command count (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only commands whose label holds this")
    parser.add_argument("--sizes", action="store_true", help="only what the distribution weighs, by part")
    parser.add_argument("--save", action="store_true", help="keep the figures as those of a release, to compare later ones with")
    options = parser.parse_args()
    before = json.loads(BASELINE.read_text()) if BASELINE.exists() else {"commands": {}, "sizes MB": {}}
    java = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.splitlines()[-1]
    print(f"{platform.processor() or platform.machine()}, {len(os.sched_getaffinity(0))} processors, {java}; "
          f"median of {options.runs} runs, x: compared with the last release\n")
    figures = {} if options.sizes else measure(options.runs, options.only)
    if figures:
        print(f"| command | wall s | x | CPU s | x | peak MiB | x | slowest/fastest |\n|{'---|' * 8}")
        for label, now in figures.items():
            then = before["commands"].get(label, {})
            cells = [f"{now[key]} | {ratio(now[key], then.get(key))}" for key in ("wall s", "cpu s", "peak MiB")]
            print(f"| {label} | {' | '.join(cells)} | {now['slowest/fastest']} |")
        print()
    weights = sizes()
    print(f"| part of the distribution | MB | x |\n|{'---|' * 3}")
    for label, now in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"| {label} | {now} | {ratio(now, before['sizes MB'].get(label))} |")
    total, earlier = sum(weights.values()), sum(before["sizes MB"].values())
    print(f"| all | {total:.1f} | {ratio(total, earlier)} |")
    if options.save:
        BASELINE.parent.mkdir(exist_ok=True)
        BASELINE.write_text(json.dumps({"commands": {**before["commands"], **figures}, "sizes MB": weights}, indent=1) + "\n")


main()
