"""Codes annotated reports and scores them: `python -m quality.evaluate GOLD.jsonl`."""
import json, subprocess, sys, tempfile
from pathlib import Path
from isnad.coding.coder import Coder
from isnad.publishing.contract import to_json
from quality.examples import to_report
def main(path: str, *rest: str) -> None:
    docs=[json.loads(l) for l in open(path)]
    out=Path(tempfile.gettempdir())/"pred.jsonl"
    with out.open("w") as f:
        for c in Coder().code_many(map(to_report,docs)):
            if c.error: print(c.id,c.error,file=sys.stderr)
            f.write(to_json(c)+"\n")
    subprocess.run([sys.executable,"/work/shared/score.py",path,str(out),*rest])
main(*sys.argv[1:])
