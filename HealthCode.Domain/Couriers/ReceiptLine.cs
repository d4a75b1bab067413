namespace HealthCode.Domain.Couriers;

/// <summary>回执的一行.</summary>
/// <param name="Number">Of the package.</param>
/// <param name="Digest">Hexadecimal SHA-256 of what is signed in it.</param>
public sealed record ReceiptLine(int Number, string Digest);
