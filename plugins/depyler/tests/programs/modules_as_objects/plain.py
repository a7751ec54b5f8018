import json
from math import sqrt


def later():
    return json.dumps({"x": sqrt(4)})
