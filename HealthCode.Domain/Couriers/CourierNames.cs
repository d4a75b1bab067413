using System.Globalization;

namespace HealthCode.Domain.Couriers;

/// <summary>报送用语.</summary>
public static class CourierNames
{
    /// <summary>Package numbers as text, e.g. 第 7 包; 第 3、7—9 包. Empty for no numbers.</summary>
    public static string Packages(IEnumerable<int> numbers)
    {
        List<(int First, int Last)> runs = [];
        foreach (var number in numbers.Order())
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == number)
            {
                runs[^1] = (runs[^1].First, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        return runs.Count == 0 ? "" : $"第 {string.Join('、', runs.Select(Run))} 包";
    }

    /// <summary>File name of a package, e.g. 样例村_报送_第0007包_20200305.hcp.</summary>
    public static string PackageFile(string village, int number, DateOnly firstDay, DateOnly lastDay) => Safe(string.Create(
        CultureInfo.InvariantCulture, $"{village}_报送_第{number:0000}包_{firstDay:yyyyMMdd}{(lastDay == firstDay ? "" : $"-{lastDay:yyyyMMdd}")}.hcp"));

    /// <summary>File name of a receipt, e.g. 样例村_回执_20200305.hcr.</summary>
    public static string ReceiptFile(string office, DateOnly on) => Safe(string.Create(CultureInfo.InvariantCulture, $"{office}_回执_{on:yyyyMMdd}.hcr"));

    /// <summary>File name of a township's public key, e.g. 样例镇_收件密钥.hck.</summary>
    public static string KeyFile(string township) => Safe($"{township}_收件密钥.hck");

    private static string Run((int First, int Last) run) =>
        run.First == run.Last ? $"{run.First}" : run.First + 1 == run.Last ? $"{run.First}、{run.Last}" : $"{run.First}—{run.Last}";

    private static string Safe(string name) => string.Concat(name.Where(c => !@"\/:*?""<>|".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
}
