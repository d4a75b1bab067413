namespace HealthCode.Domain.People;

/// <summary>脱敏地址 — down to the village; group and house are hidden (DECISIONS.md D38).</summary>
public static class AddressMask
{
    private static readonly string[] Villages = ["社区", "村"];
    private static readonly string[] Townships = ["街道", "镇", "乡"];

    /// <summary>The address as far as its village, or what comes nearest; three stars when it names none.</summary>
    public static string ToVillage(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length == 0 ? "" : Until(address, Villages) ?? Until(address, Townships) ?? "***";
    }

    /// <summary>As far as the first of these words, wherever others follow: 秦坝关村四组（租住裕西社区） ends with 村.</summary>
    private static string? Until(string address, string[] words)
    {
        var end = int.MaxValue;
        foreach (var word in words)
        {
            if (address.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                end = Math.Min(end, at + word.Length);
            }
        }

        return end == int.MaxValue ? null : address[..end];
    }
}
