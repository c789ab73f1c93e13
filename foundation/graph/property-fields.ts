import { getMetadataStorage } from "type-graphql";

/**
 * A field that is a property of its class needs no resolver, so type-graphql is told to make none; one before which a middleware
 * stands keeps it. For all classes that are declared: to be called before a schema is made of them.
 */
export function readPropertiesDirectly(): void {
  const { fields, middlewares, resolverMiddlewares } = getMetadataStorage();
  for (const field of fields) {
    const isGuarded =
      middlewares.some(({ target, fieldName }) => target === field.target && fieldName === field.name) ||
      resolverMiddlewares.some(({ target }) => target === field.target);
    field.simple ??= !isGuarded && field.name === field.schemaName;
  }
}
