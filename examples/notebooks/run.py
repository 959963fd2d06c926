"""Runs notebooks as a person would, from the first cell to the last, and says what came out.

    python run.py OUTPUT_FOLDER NOTEBOOK...

Each is written there with its outputs. An error in a cell ends the run with 1 and the cell's own message.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def run(path: Path, folder: Path) -> bool:
    notebook = nbformat.read(path, as_version=4)
    # No limit of time: a busy machine is no error.
    client = NotebookClient(notebook, timeout=None, startup_timeout=600, resources={"metadata": {"path": str(path.parent)}})
    try:
        client.execute()
    except CellExecutionError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return False
    finally:
        nbformat.write(notebook, folder / path.name)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    kinds = {kind for cell in cells for output in cell.outputs for kind in output.get("data", {})}
    print(f"{path.name}: {len(cells)} cells, {', '.join(sorted(kinds))}")
    pictures = {"image/png", "image/svg+xml"} & kinds
    if not pictures or "text/html" not in kinds:
        print(f"{path.name}: expected tables and a picture, received {sorted(kinds)}", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    results = [run(Path(name), folder) for name in sys.argv[2:]]
    sys.exit(0 if results and all(results) else 1)
