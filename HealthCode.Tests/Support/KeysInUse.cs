using System.Globalization;

namespace HealthCode.Tests.Support;

/// <summary>The data keys that forms and cards in the file are closed with.</summary>
public static class KeysInUse
{
    /// <summary>Their numbers.</summary>
    public static async Task<IReadOnlyList<uint>> KeysInUseAsync(this OfficeServer server) => [.. (await server.RawAsync<string>("""
        SELECT hex(substr(Content, 3, 4)) FROM Declarations UNION SELECT hex(substr(TemperatureReadings, 3, 4)) FROM Declarations
        UNION SELECT hex(substr(Content, 3, 4)) FROM DeclarationVersions UNION SELECT hex(substr(Findings, 3, 4)) FROM ReviewDecisions
        UNION SELECT hex(substr(Holder, 3, 4)) FROM Passes UNION SELECT hex(substr(ResidenceAddress, 3, 4)) FROM Passes
        """)).Select(number => uint.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
