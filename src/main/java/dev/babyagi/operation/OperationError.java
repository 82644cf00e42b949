package dev.babyagi.operation;

/**
 * Why an operation failed.
 *
 * @param type the last segment of the problem's type, such as {@code model-unavailable}
 * @param detail what went wrong and what to do about it, safe to show
 */
public record OperationError(String type, String detail) {

}
