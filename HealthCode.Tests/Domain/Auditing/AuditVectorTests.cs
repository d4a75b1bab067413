using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Domain.Offices;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Auditing;

/// <summary>What Auditing/FORMAT.md says of the chain is true.</summary>
public sealed class AuditVectorTests
{
    private static readonly IReadOnlyDictionary<string, string> Vectors = FormatFile.Vectors("HealthCode.Web", "Auditing");

    [Fact]
    public void The_first_record_and_the_head_after_it_come_out()
    {
        var key = new AuditKey(Convert.FromHexString(Vectors["audit key"]));
        var record = AuditRecord.Of(
            new(new StaffMember(Vectors["user"], Vectors["name"]), Vectors["office"], Vectors["workstation"]),
            DateTimeOffset.Parse(Vectors["at"], CultureInfo.InvariantCulture), Vectors["action"], Vectors["subject"]);

        var head = record.ChainTo(AuditHead.None, key);

        Assert.Equal(Vectors["number"], $"{record.Id}");
        Assert.Equal(Vectors["payload hash"], Convert.ToHexString(record.PayloadHash));
        Assert.Equal(Vectors["hash"], Convert.ToHexString(record.Hash));
        Assert.Equal(Vectors["head"] + "\n", key.Sign(head));
    }
}
