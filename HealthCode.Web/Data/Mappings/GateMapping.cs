using System.Globalization;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data.Mappings;

internal sealed class GateMapping :
    IEntityTypeConfiguration<GateTally>,
    IEntityTypeConfiguration<GateIncident>,
    IEntityTypeConfiguration<Passage>,
    IEntityTypeConfiguration<ReceivedStopList>
{
    private static readonly ValueConverter<BodyTemperature, string> Celsius = new(
        temperature => temperature.Celsius.ToString(CultureInfo.InvariantCulture), text => BodyTemperature.Restore(decimal.Parse(text, CultureInfo.InvariantCulture)));

    private static readonly ValueConverter<bool, string> Ticked = new(normal => normal ? "1" : "0", text => text == "1");

    public void Configure(EntityTypeBuilder<GateTally> builder)
    {
        builder.NotAudited("a count of every passage");
        builder.Retained("只有人数");
        builder.HasKey(tally => new { tally.CheckpointId, tally.On, tally.Hour });
        builder.HasIndex(tally => new { tally.OfficeCode, tally.On });
        builder.Property(tally => tally.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<GateIncident> builder)
    {
        builder.AuditedAs(incident => incident.Id > 0 ? $"查验情况 {incident.Id}" : "查验情况");
        builder.Purged("incidents", "查验情况登记", "条", order: 120);
        builder.Property(incident => incident.OfficeCode).HasMaxLength(12);
        builder.Property(incident => incident.By).AsJson();
        builder.Ignore(incident => incident.Kinds);
        builder.Property(incident => incident.Findings).Encrypted();
        builder.Property(incident => incident.Handling).Encrypted();
        builder.Property(incident => incident.Temperature).HasConversion(Celsius).Encrypted();
        builder.Property(incident => incident.ReportedTo).AuditedAs("上报给");
        builder.Property(incident => incident.ReportedAt).AuditedAs("上报时间").Disclosed();
        builder.HasIndex(incident => new { incident.OfficeCode, incident.On });
    }

    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.NotAudited("a line of a register that is never changed, one for every passage");
        builder.Purged("passages", "通行登记", "条", order: 110);
        builder.Property(passage => passage.OfficeCode).HasMaxLength(12);
        builder.Property(passage => passage.Name).Encrypted();
        builder.Property(passage => passage.Phone).Encrypted();
        builder.Property(passage => passage.Plate).Encrypted();
        builder.Property(passage => passage.FoundNormal).HasConversion(Ticked).Encrypted();
        builder.Property(passage => passage.Temperature).HasConversion(Celsius).Encrypted();
        // 14 days of one card, and one day of one gate.
        builder.HasIndex(passage => new { passage.Number, passage.On });
        builder.HasIndex(passage => new { passage.OfficeCode, passage.On });
    }

    public void Configure(EntityTypeBuilder<ReceivedStopList> builder)
    {
        builder.AuditedAs(list => $"停用名单 {list.Issuer}");
        builder.PurgedWithTheLastOffice("stop-lists", "别的村居的停用名单", "份", order: 150);
        builder.SharedByOffices(greater: nameof(ReceivedStopList.At));
        builder.HasKey(list => list.Issuer);
        builder.Property(list => list.Issuer).HasMaxLength(12);
        builder.Property(list => list.At).AuditedAs("名单时间").Disclosed();
        builder.Property(list => list.Lines).AuditedAs("名单");
    }
}
