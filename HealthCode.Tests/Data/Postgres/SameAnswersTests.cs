using HealthCode.Tests.Support;
using Xunit.Abstractions;

namespace HealthCode.Tests.Data.Postgres;

/// <summary>两种数据库，一样的答复: days of an office made up at random, asked of a server on each engine at the same times; every answer is compared.</summary>
public sealed class SameAnswersTests(SameAnswersTests.Cluster cluster, ITestOutputHelper output) : IClassFixture<SameAnswersTests.Cluster>
{
    private const int AllPieces = 25;

    private static readonly int DaysOfAPiece = LongRun.Pick(5, 20);

    public static TheoryData<int> Pieces => [.. LongRun.Pieces(AllPieces)];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Both_engines_answer_the_same_requests_alike(int piece)
    {
        await using var twins = await TwinOffices.OpenAsync(cluster.Postgres, $"piece{piece}");
        var days = new RandomOfficeDays(twins, new Random(LongRun.Seed + piece));
        for (var day = 0; day < DaysOfAPiece; day++)
        {
            await days.DayAsync();
        }

        output.WriteLine($"{twins.Compared} answers of {DaysOfAPiece} days, piece {piece}, seed {LongRun.Seed}");
        output.WriteLine($"{days.Tally}; {await twins.CountedAsync()}");
        Assert.True(twins.Differences.Count == 0, $"piece {piece}, seed {LongRun.Seed}:\n{string.Join("\n\n", twins.Differences.Take(20))}");
    }

    [Fact]
    public void Twin_an_answer_with_one_row_more_or_in_another_order_is_found_and_another_token_is_not()
    {
        const string page = "<input name=\"__RequestVerificationToken\" type=\"hidden\" value=\"{0}\" />\n<td>马德山</td>\n<td>𠮷田福</td>";

        Assert.Null(TwinOffices.DifferenceOf(page.Replace("{0}", "CfDJ8a", StringComparison.Ordinal), page.Replace("{0}", "CfDJ8b", StringComparison.Ordinal)));
        Assert.NotNull(TwinOffices.DifferenceOf(page, page + "\n<td>单国强</td>"));
        Assert.NotNull(TwinOffices.DifferenceOf(page, "<td>𠮷田福</td>\n<td>马德山</td>"));
    }

    /// <summary>The cluster of all pieces; each has databases of its own.</summary>
    public sealed class Cluster : IDisposable
    {
        internal PostgresCluster Postgres { get; } = PostgresCluster.Create();

        public void Dispose() => Postgres.Dispose();
    }
}
