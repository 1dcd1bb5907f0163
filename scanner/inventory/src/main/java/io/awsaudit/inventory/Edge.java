package io.awsaudit.inventory;

/**
 * A relationship as the resource at its start states it.
 *
 * @param to may name something that was not collected, such as another account's key
 */
public record Edge(Arn from, Relation relation, Arn to) {}
