namespace HealthCode.Domain.People;

/// <summary>脱敏地址 — masks an address: shown down to the village, group and house are hidden (DECISIONS.md D38).</summary>
public static class AddressMask
{
    private static readonly string[] Villages = ["社区", "村"];
    private static readonly string[] Townships = ["街道", "镇", "乡"];

    /// <summary>The address up to its village, else up to its township; three asterisks if it names neither.</summary>
    public static string ToVillage(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length == 0 ? "" : Until(address, Villages) ?? Until(address, Townships) ?? "***";
    }

    /// <summary>The address up to the first occurrence of any of the words, e.g. 秦坝关村四组（租住裕西社区） up to 村; null if there is none.</summary>
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
