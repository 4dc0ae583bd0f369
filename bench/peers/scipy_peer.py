"""SciPy: components; portfolios by sparse LU and by Jacobi. scipy_peer.py TASK FOLDER [OUT]"""
import sys

import numpy as np
from scipy.sparse import csc_matrix, identity
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve

from arrays import largest, read_arrays, tell

task, folder = sys.argv[1:3]
net = {}


def matrix():
    """Company by company as stored, so that no sorting is asked of SciPy that we are spared."""
    shape = (net["nodes"], net["nodes"])
    return csc_matrix((net["units"] / net["whole"], net["holder"], net["start"]), shape=shape)


def components():
    count, labels = connected_components(matrix().tocsr(), directed=True, connection="strong")
    return {"count": int(count), "digest": largest(labels)}


def lu():
    owned = matrix()
    worth = np.ones(net["nodes"])
    x = spsolve((identity(net["nodes"], format="csc") - owned).tocsc(), owned @ worth)
    x.tofile(sys.argv[3])
    return {"count": len(x)}


def jacobi():
    owned = matrix().tocsr()
    base = owned @ np.ones(net["nodes"])
    x, sweeps = base, 0
    while True:
        after = base + owned @ x
        sweeps += 1
        done = np.max(np.abs(after - x) / np.maximum(after, 1e-300)) < 1e-10
        x = after
        if done:
            break
    x.tofile(sys.argv[3])
    return {"count": len(x), "sweeps": sweeps}


tell(lambda: net.update(read_arrays(folder)), {"components": components, "lu": lu, "jacobi": jacobi}[task])
