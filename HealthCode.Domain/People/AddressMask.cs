namespace HealthCode.Domain.People;

/// <summary>脱敏地址 — down to the village; group and house are hidden. Source: standards 7.2.</summary>
public static class AddressMask
{
    private static readonly string[] Ends = ["社区", "村", "街道", "镇", "乡"];

    /// <summary>The address as far as its village, or what comes nearest; three stars when it names none.</summary>
    public static string ToVillage(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        foreach (var end in Ends)
        {
            if (address.IndexOf(end, StringComparison.Ordinal) is > 0 and var at)
            {
                return address[..(at + end.Length)];
            }
        }

        return address.Length == 0 ? "" : "***";
    }
}
