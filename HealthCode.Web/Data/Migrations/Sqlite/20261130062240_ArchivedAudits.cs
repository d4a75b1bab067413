using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ArchivedAudits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ArchivedAuditChains",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    FirstHash = table.Column<string>(type: "TEXT", nullable: false),
                    OfficeNames = table.Column<string>(type: "TEXT", nullable: false),
                    OfficeCodes = table.Column<string>(type: "TEXT", nullable: false),
                    BackupMadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    BackupHash = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: false),
                    Head = table.Column<string>(type: "TEXT", nullable: false),
                    SealedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FaultsAtImport = table.Column<string>(type: "TEXT", nullable: false),
                    IdOffset = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchivedAuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ArchivedAuditRecords",
                columns: table => new
                {
                    ChainId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", nullable: true),
                    Workstation = table.Column<string>(type: "TEXT", nullable: false),
                    OnBehalfOf = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PayloadHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchivedAuditRecords", x => new { x.ChainId, x.Number });
                    table.ForeignKey(
                        name: "FK_ArchivedAuditRecords_ArchivedAuditChains_ChainId",
                        column: x => x.ChainId,
                        principalTable: "ArchivedAuditChains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArchivedAuditChains_Origin",
                table: "ArchivedAuditChains",
                column: "Origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchivedAuditRecords_ChainId_At",
                table: "ArchivedAuditRecords",
                columns: new[] { "ChainId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArchivedAuditRecords");

            migrationBuilder.DropTable(
                name: "ArchivedAuditChains");
        }
    }
}
