/* global React, ReactDOM, GraphiQL */

// GraphiQL's dialogs insert a <style>: by this name they find the nonce with which the page's policy lets it in.
globalThis.__webpack_nonce__ = document.currentScript.nonce;

const element = React.createElement;
const savedQueries = JSON.parse(document.getElementById("saved-queries-data").textContent);
const emptyTab = "# Choisissez une requête enregistrée, ou écrivez la vôtre ici.\n";

/** The list stands beside GraphiQL, but lives inside of it: only there are its tabs and editors within reach. */
function SavedQueries() {
  const { useEditorContext, useExecutionContext } = GraphiQL.React;
  const { tabs, addTab, changeTab, updateActiveTabValues, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const { stop } = useExecutionContext({ nonNull: true });

  function open({ query, variables }) {
    const index = tabs.findIndex((tab) => tab.query === query);
    stop();
    // The editors must have taken the new tab before its text is written into them.
    ReactDOM.flushSync(() => {
      if (index !== -1) changeTab(index);
      else if (queryEditor.getValue() !== emptyTab) addTab();
    });
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    // Without this the tab learns its query a moment later, and a double click opens a second one.
    updateActiveTabValues({ query, variables });
  }

  const item = (saved) =>
    element(
      "li",
      { key: saved.name },
      element(
        "button",
        { type: "button", disabled: !queryEditor || !variableEditor, onClick: () => open(saved) },
        element("strong", null, saved.title),
        element("span", null, saved.description),
      ),
    );
  const sections = [...Map.groupBy(savedQueries, ({ theme }) => theme)].map(([theme, queries], index) =>
    element(
      "details",
      { key: theme, open: index === 0 },
      element("summary", null, `${theme} (${queries.length})`),
      element("ul", null, queries.map(item)),
    ),
  );
  return ReactDOM.createPortal(sections, document.getElementById("saved-queries"));
}

const ask = GraphiQL.createFetcher({ url: "/graphql", enableIncrementalDelivery: false });

/** Where the schema is closed to those without a token, its open part stands in. */
async function fetcher(params, options) {
  const answer = await ask(params, options);
  const isClosed = answer.errors?.some(({ extensions }) => extensions?.code === "INTROSPECTION_CLOSED");
  return isClosed ? (await fetch("/explorer/open-schema.json")).json() : answer;
}

ReactDOM.createRoot(document.getElementById("explorer")).render(
  element(
    GraphiQL,
    {
      fetcher,
      defaultQuery: emptyTab,
      defaultEditorToolsVisibility: "variables",
      shouldPersistHeaders: false,
    },
    element(GraphiQL.Logo, null, element(SavedQueries)),
  ),
);
