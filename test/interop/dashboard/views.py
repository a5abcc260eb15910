"""Runs the dashboard without a browser, and prints what each view shows as JSON: sys.argv is the folder of app.py."""

import json
import sys

sys.path.insert(0, sys.argv[1])
from streamlit.testing.v1 import AppTest  # noqa: E402

app = AppTest.from_file(f"{sys.argv[1]}/app.py", default_timeout=60).run()


def shown():
    return {
        "title": [title.value for title in app.title],
        "metrics": {metric.label: [metric.value, metric.delta] for metric in app.metric},
        "tables": [json.loads(table.value.reset_index().to_json(orient="records", date_format="iso")) for table in app.dataframe],
        "faults": [fault.message for fault in app.exception] + [fault.value for fault in app.error],
        "notes": [note.value for note in app.info] + [note.value for note in app.success],
    }


views = {}
for name in app.sidebar.radio[0].options:
    app.sidebar.radio[0].set_value(name).run()
    views[name] = shown()
app.sidebar.radio[0].set_value("Overview").run()
pages = app.sidebar.multiselect[0]
pages.set_value([pages.value[0]]).run()
views["Overview of one page"] = shown()
app.sidebar.multiselect[0].set_value([]).run()
views["Overview of none"] = shown()
print(json.dumps(views))
