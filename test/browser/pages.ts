/** Every kind of page, as addresses on the built-in case. */
export const PAGES: Readonly<Record<string, string>> = {
  "the case": "/",
  "an entity": "/entity/org:scmp?as-of=2017-07-18",
  "a question not yet asked": "/ask/control",
  "who controls the South China Morning Post": "/ask/control?entity=org:scmp&as-of=2017-07-18",
  "what Alibaba controls": "/ask/reach?entity=org:alibaba_group&as-of=2021-03-31",
  "what changed in who controls the South China Morning Post":
    "/ask/control?entity=org:scmp&as-of=2017-07-18&since=2015-01-01",
  "what Alibaba and Ant both reach":
    "/ask/reach?entity=org:alibaba_group&as-of=2021-03-31&with=org:ant_group&since=2016-01-01",
  "which ties lead from Jack Ma to the South China Morning Post":
    "/ask/ties?entity=per:jack_ma&to=org:scmp&as-of=2017-07-18",
  "which ties lead from Ant to persons and states":
    "/ask/ties?entity=org:ant_group&as-of=2021-07-18&paths=20",
  "a tie that is denied": "/ask/ties?entity=org:alibaba_group&to=org:21cmg&as-of=2021-01-01",
  "how the claims of the op-ed stand": "/ask/claims?text=oped&as-of=2026-01-01",
  "one claim of the op-ed": "/ask/claims?text=oped&claim=C12&as-of=2026-01-01",
  "checking a text": "/check?text=oped&claim=C7&by=Ann",
  "the sources": "/sources",
  "a source": "/source/oped",
  "the import": "/import",
  "a dossier to be checked": "/verify",
  "before a text is printed": "/sheet/oped",
  "what leaves with the dossier of a text": "/dossier/oped",
  "what leaves with a dossier": "/dossier/org:scmp?as-of=2017-07-18",
  "an unknown entity": "/entity/org:nobody",
  "no page": "/nowhere",
};
