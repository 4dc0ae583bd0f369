"""graph-tool: components; portfolios as Katz centrality with shares for weights. graph_tool_peer.py TASK FOLDER [OUT]"""
import sys

import numpy as np
from graph_tool import Graph
from graph_tool.centrality import katz
from graph_tool.topology import label_components

from arrays import largest, read_arrays, tell

task, folder = sys.argv[1:3]
net = {}


def build():
    company = np.repeat(np.arange(net["nodes"], dtype=np.int32), np.diff(net["start"]))
    graph = Graph(directed=True)
    graph.add_vertex(net["nodes"])
    graph.add_edge_list(np.column_stack((company, net["holder"])))
    return graph


def components():
    labels, sizes = label_components(net["graph"], directed=True)
    return {"count": len(sizes), "digest": str(int(max(sizes)))}


def portfolio():
    """c = A c + 1, and what is held is c less the party itself; stops when the sum of all changes is below epsilon."""
    graph = net["graph"]
    share = graph.new_edge_property("double", vals=net["units"] / net["whole"])
    found = katz(graph, alpha=1, weight=share, epsilon=1e-8, norm=False)
    x = np.array(found.a) - 1
    x.tofile(sys.argv[3])
    return {"count": len(x)}


def read():
    net.update(read_arrays(folder))
    net["graph"] = build()


tell(read, components if task == "components" else portfolio)
