using System.Globalization;

namespace HealthCode.Tests.Support;

/// <summary>The data keys with which declarations and cards in the database are encrypted.</summary>
public static class KeysInUse
{
    /// <summary>Returns the distinct key numbers, read from the headers of the encrypted columns.</summary>
    public static async Task<IReadOnlyList<uint>> KeysInUseAsync(this OfficeServer server) => [.. (await server.RawAsync<string>("""
        SELECT hex(substr(Content, 3, 4)) FROM Declarations UNION SELECT hex(substr(TemperatureReadings, 3, 4)) FROM Declarations
        UNION SELECT hex(substr(Content, 3, 4)) FROM DeclarationVersions UNION SELECT hex(substr(Findings, 3, 4)) FROM ReviewDecisions
        UNION SELECT hex(substr(Holder, 3, 4)) FROM Passes UNION SELECT hex(substr(ResidenceAddress, 3, 4)) FROM Passes
        """)).Select(number => uint.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
